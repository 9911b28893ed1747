import type {Route} from "../shell/route";

export default function Tuning(_: {route: Route}) {
  return <h1>Tuning</h1>;
}
