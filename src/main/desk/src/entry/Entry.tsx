import type {Route} from "../shell/route";

export default function Entry(_: {route: Route}) {
  return <h1>Entry</h1>;
}
