import {useId, useRef} from "preact/hooks";
import type {ComponentChildren} from "preact";

/** Parts of a page of which one is in sight: arrows go from one to the next, as the WAI-ARIA practices have it. */
export function Tabs<K extends string>(props: {
  label: string;
  tabs: readonly {key: K; name: string}[];
  shown: K;
  show: (key: K) => void;
  children: ComponentChildren;
}) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const at = props.tabs.findIndex((tab) => tab.key === props.shown);
    const last = props.tabs.length - 1;
    const to = {
      ArrowRight: at === last ? 0 : at + 1,
      ArrowLeft: at === 0 ? last : at - 1,
      Home: 0,
      End: last,
    }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      props.show(props.tabs[to]!.key);
      (list.current!.children[to] as HTMLElement).focus();
    }
  };
  return (
    <>
      <div class="tabs" role="tablist" aria-label={props.label} ref={list} onKeyDown={move}>
        {props.tabs.map((tab) => (
          <button
            role="tab"
            id={`${id}-${tab.key}`}
            aria-selected={tab.key === props.shown}
            aria-controls={`${id}-panel`}
            tabIndex={tab.key === props.shown ? 0 : -1}
            onClick={() => props.show(tab.key)}
          >
            {tab.name}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${props.shown}`}>
        {props.children}
      </div>
    </>
  );
}
