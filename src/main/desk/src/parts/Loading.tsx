import {shell} from "../words/shell";
import {useWords} from "../words/words";

export function Loading() {
  return <p class="loading">{useWords(shell).loading}</p>;
}
