import {render} from "preact";
import "./style/tokens.css";
import "./style/base.css";
import "./style/parts.css";
import {Desk} from "./shell/Desk";

render(<Desk />, document.getElementById("desk")!);
