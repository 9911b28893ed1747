import type {RuleUse} from "../api/comparison";
import {address} from "../shell/route";
import {useFormat} from "../words/format";
import {movement} from "../words/movement";
import {useWords} from "../words/words";
import {Wide} from "../parts/Wide";

/** Rules that fire on more or fewer claims than before; and which never do, or always. */
export function RulesMoved(props: {rules: RuleUse[]; never: string[]; always: string[]}) {
  const words = useWords(movement);
  const {number} = useFormat();
  const moved = props.rules.filter((rule) => rule.before !== rule.after);
  return (
    <>
      {moved.length === 0 ? (
        <p>{words.rulesSame}</p>
      ) : (
        <Wide>
          <table>
            <caption>{words.rulesWhat}</caption>
            <thead>
              <tr>
                <th scope="col">{words.rule}</th>
                <th scope="col" class="number">
                  {words.before}
                </th>
                <th scope="col" class="number">
                  {words.after}
                </th>
              </tr>
            </thead>
            <tbody>
              {moved.map(({rule, before, after}) => (
                <tr>
                  <th scope="row">
                    <RuleLink rule={rule} />
                  </th>
                  <td class="number">{number(before)}</td>
                  <td class="number">{number(after)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Wide>
      )}
      <Folded title={words.never(props.never.length)} rules={props.never} />
      <Folded title={words.always(props.always.length)} rules={props.always} />
    </>
  );
}

function Folded({title, rules}: {title: string; rules: string[]}) {
  return rules.length === 0 ? null : (
    <details>
      <summary>{title}</summary>
      <ul class="columns">
        {rules.map((rule) => (
          <li>
            <RuleLink rule={rule} />
          </li>
        ))}
      </ul>
    </details>
  );
}

export function RuleLink({rule}: {rule: string}) {
  return (
    <a href={address(["tuning", rule])}>
      <code>{rule}</code>
    </a>
  );
}
