import {useCallback, useRef, useState} from "preact/hooks";

/** How long a sentence stays in sight, in milliseconds. */
const STAYS = 8_000;

/** What has just happened, in a sentence. Said again, it is told again. */
export interface News {
  sentence: string;
  turn: number;
}

/** The last news; how they are told, which gives how they are taken back; how they are forgotten with whose they are. */
export function useNews(): [News | undefined, (sentence: string) => () => void, () => void] {
  const [news, setNews] = useState<News>();
  const turn = useRef(0);
  const announce = useCallback((sentence: string) => {
    const told = ++turn.current;
    setNews({sentence, turn: told});
    const takeBack = () => setNews((now) => (now?.turn === told ? undefined : now));
    setTimeout(takeBack, STAYS);
    return takeBack;
  }, []);
  const forget = useCallback(() => setNews(undefined), []);
  return [news, announce, forget];
}
