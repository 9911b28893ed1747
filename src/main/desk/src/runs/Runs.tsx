import type {Route} from "../shell/route";

export default function Runs(_: {route: Route}) {
  return <h1>Runs</h1>;
}
