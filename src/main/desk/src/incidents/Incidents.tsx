import type {Route} from "../shell/route";

export default function Incidents(_: {route: Route}) {
  return <h1>Incidents</h1>;
}
