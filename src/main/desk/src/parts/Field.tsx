import type {ComponentChildren} from "preact";
import {useId} from "preact/hooks";

/**
 * A field of a form with its label, what helps to fill it in, and what is wrong with it.
 *
 * @param children is given the attributes that tie it to the texts
 */
export function Field(props: {
  label: string;
  help?: string | undefined;
  wrong?: readonly string[] | undefined;
  children: (tied: {
    id: string;
    "aria-describedby": string | undefined;
    "aria-invalid": boolean;
    autocomplete: "off";
  }) => ComponentChildren;
}) {
  const id = useId();
  const wrong = props.wrong ?? [];
  const described = [
    props.help === undefined ? "" : `${id}-help`,
    wrong.length === 0 ? "" : `${id}-wrong`,
  ]
    .join(" ")
    .trim();
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      {props.children({
        id,
        "aria-describedby": described === "" ? undefined : described,
        "aria-invalid": wrong.length > 0,
        // What is searched for or typed of a dossier is not offered to who sits here next.
        autocomplete: "off",
      })}
      {props.help !== undefined && (
        <small id={`${id}-help`} class="help">
          {props.help}
        </small>
      )}
      {wrong.length > 0 && (
        <small id={`${id}-wrong`} class="wrong">
          {wrong.join(" ")}
        </small>
      )}
    </div>
  );
}
