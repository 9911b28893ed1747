import {useFormat} from "../words/format";
import {Said} from "./Said";

/** A sentence that the service made, of a rule's words and of names from the dossier. */
export function Sentence(props: {text: string; most?: number}) {
  const {sentence} = useFormat();
  return <Said {...props} text={sentence(props.text)} />;
}
