import {Component, type ComponentChildren} from "preact";
import type {shell} from "../words/shell";

/** What fails in one part of the desk is told there, and the rest stays. */
export class Fence extends Component<
  {words: typeof shell.en; children: ComponentChildren},
  {failure?: unknown}
> {
  override state: {failure?: unknown} = {};

  static override getDerivedStateFromError(failure: unknown) {
    return {failure};
  }

  override componentDidCatch(failure: unknown) {
    console.error(failure);
  }

  override render() {
    if (this.state.failure === undefined) {
      return this.props.children;
    }
    return (
      <div role="alert" class="refused">
        <p>{this.props.words.broken}</p>
        <button onClick={() => location.reload()}>{this.props.words.again}</button>
      </div>
    );
  }
}
