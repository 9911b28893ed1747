import type {Route} from "../shell/route";

export default function Incident(_: {route: Route; id: string}) {
  return <h1>Incident</h1>;
}
