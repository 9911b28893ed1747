import {render} from "preact";
import "./style/tokens.css";
import "./style/base.css";
import "./style/parts.css";
import {holdPresses} from "./parts/held";
import {Desk} from "./shell/Desk";

holdPresses();
render(<Desk />, document.getElementById("desk")!);
