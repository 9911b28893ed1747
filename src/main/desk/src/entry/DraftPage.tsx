import {Refused} from "../api/refused";
import {Loading} from "../parts/Loading";
import {Refusal} from "../parts/Refusal";
import {address} from "../shell/route";
import {entry} from "../words/entry";
import {useWords} from "../words/words";
import {DraftForm} from "./DraftForm";
import {useKeeper} from "./useKeeper";

/** One of one's drafts. */
export function DraftPage({id}: {id: string}) {
  const words = useWords(entry);
  const [keeper, again] = useKeeper(id);
  if (keeper === undefined || keeper instanceof Refused) {
    return (
      <>
        <h1>{words.draft}</h1>
        {keeper === undefined ? <Loading /> : <Refusal refused={keeper} again={again} />}
        <a href={address(["entry"])}>{words.toDrafts}</a>
      </>
    );
  }
  return <DraftForm keeper={keeper} />;
}
