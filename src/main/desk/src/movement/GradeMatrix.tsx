import {GradeBadge} from "../parts/GradeBadge";
import {useFormat} from "../words/format";
import {GRADES, type Grade} from "../words/terms";
import {Wide} from "../parts/Wide";

/** How many claims have which grade by one judge and by another: the darker a cell, the more. */
export function GradeMatrix(props: {
  caption: string;
  /** Which side is which. */
  corner: string;
  counts: Partial<Record<Grade, Partial<Record<Grade, number>>>>;
}) {
  const {number} = useFormat();
  const count = (row: Grade, column: Grade) => props.counts[row]?.[column] ?? 0;
  const most = Math.max(1, ...GRADES.flatMap((row) => GRADES.map((column) => count(row, column))));
  return (
    <Wide>
      <table class="matrix">
        <caption>{props.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{props.corner}</th>
            {GRADES.map((grade) => (
              <th scope="col" class="number">
                <GradeBadge grade={grade} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {GRADES.map((row) => (
            <tr>
              <th scope="row">
                <GradeBadge grade={row} />
              </th>
              {GRADES.map((column) => (
                <td
                  class={`number ${heat(count(row, column), most)} ${row === column ? "same" : ""}`}
                >
                  {number(count(row, column))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}

/** One of five shades; as styles may not stand in the page, a class. */
function heat(count: number, most: number): string {
  return count === 0 ? "heat-0" : `heat-${Math.ceil((4 * count) / most)}`;
}
