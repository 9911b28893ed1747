import {useContext, useLayoutEffect} from "preact/hooks";
import {shell} from "../words/shell";
import {useWords} from "../words/words";
import {Waiting} from "./whole";

export function Loading() {
  const wait = useContext(Waiting);
  useLayoutEffect(wait, [wait]);
  return <p class="loading">{useWords(shell).loading}</p>;
}
