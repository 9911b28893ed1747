import type {ComponentChildren} from "preact";
import {useEffect, useId, useRef, useState} from "preact/hooks";
import type {OverrideEntry} from "../api/overrides";
import {useSending} from "../api/useSending";
import {Dialog} from "../parts/Dialog";
import {Field} from "../parts/Field";
import {GradeBadge} from "../parts/GradeBadge";
import {Refusal} from "../parts/Refusal";
import {incident} from "../words/incident";
import {shell} from "../words/shell";
import {GRADES, terms, type Grade} from "../words/terms";
import {useWords} from "../words/words";
import {useNames} from "./file";
import {Since} from "./Since";

/** Letters that can be seen, which a reason needs at least: else the service refuses it. */
const LEAST = 10;
const SEEN = /[^\s\p{Z}\p{Cf}]/gu;
const MOST = 2000;

/**
 * Asks for a reason, and for what its children ask for. What is wrong stands at its field and is told at once, and the
 * keyboard goes to the first of it.
 */
function WithReason(props: {
  title: string;
  button: string;
  /** What others have said since one began. */
  since: readonly OverrideEntry[];
  /** Whether nothing is left to be sent. */
  idle?: boolean;
  close: () => void;
  /** What is wrong with what the children ask for. */
  wrong?: string | undefined;
  send: (reason: string) => Promise<void>;
  /** Given what is wrong once somebody has tried to send it. */
  children?: (wrong: string | undefined) => ComponentChildren;
}) {
  const words = useWords(incident).grading;
  const {cancel} = useWords(shell);
  const form = useRef<HTMLFormElement>(null);
  const [reason, setReason] = useState("");
  const [tries, setTries] = useState(0);
  const [refused, busy, sending] = useSending();
  const given = reason.trim();
  const short = (given.match(SEEN)?.length ?? 0) < LEAST ? words.tooShort : undefined;
  const all = [props.wrong, short].filter((one) => one !== undefined);
  const tried = tries > 0;
  useEffect(() => {
    if (tries > 0) {
      form
        .current!.querySelector<HTMLElement>(
          '[aria-invalid="true"] input, textarea[aria-invalid="true"]',
        )
        ?.focus();
    }
  }, [tries]);
  const submit = (event: Event) => {
    event.preventDefault();
    if (all.length > 0) {
      setTries(tries + 1);
    } else {
      sending(() => props.send(given));
    }
  };
  return (
    <Dialog title={props.title} close={props.close} busy={busy}>
      <form class="stack" ref={form} onSubmit={submit} noValidate>
        {props.children?.(tried ? props.wrong : undefined)}
        <Field
          label={words.reason}
          help={words.reasonHelp}
          wrong={tried && short !== undefined ? [short] : undefined}
        >
          {(tied) => (
            <textarea
              {...tied}
              rows={4}
              maxLength={MOST}
              required
              value={reason}
              onInput={(e) => setReason(e.currentTarget.value)}
            />
          )}
        </Field>
        <p role="alert" class="unseen">
          {tried && <span key={tries}>{all.join(" ")}</span>}
        </p>
        {refused !== undefined && <Refusal refused={refused} />}
        <Since entries={props.since} />
        <p class="row">
          <button type="submit" class="primary" aria-disabled={busy || props.idle === true}>
            {props.button}
          </button>
          <button type="button" aria-disabled={busy} onClick={props.close}>
            {cancel}
          </button>
        </p>
      </form>
    </Dialog>
  );
}

/** A person's grade for a claim, with the reason. */
export function GradeForm(props: {
  claim: string;
  since: readonly OverrideEntry[];
  close: () => void;
  send: (grade: Grade, reason: string, told: string) => Promise<void>;
}) {
  const words = useWords(incident).grading;
  const {colon} = useWords(shell);
  const names = useWords(terms).grade;
  const {claim} = useNames();
  const id = useId();
  const [grade, setGrade] = useState<Grade>();
  return (
    <WithReason
      title={`${words.head}${colon} ${claim(props.claim)}`}
      button={words.send}
      since={props.since}
      close={props.close}
      wrong={grade === undefined ? words.noGrade : undefined}
      send={(reason) => props.send(grade!, reason, names[grade!])}
    >
      {(wrong) => (
        <>
          <p>{words.about}</p>
          <fieldset
            role="radiogroup"
            aria-required
            aria-invalid={wrong !== undefined}
            aria-describedby={wrong === undefined ? undefined : id}
          >
            <legend>{words.grade}</legend>
            {GRADES.map((one) => (
              <label class="choice">
                <input
                  type="radio"
                  name="grade"
                  value={one}
                  checked={grade === one}
                  onChange={() => setGrade(one)}
                />{" "}
                <GradeBadge grade={one} />
              </label>
            ))}
            {wrong !== undefined && (
              <small id={id} class="wrong">
                {wrong}
              </small>
            )}
          </fieldset>
        </>
      )}
    </WithReason>
  );
}

/** Withdraws it, with the reason. */
export function WithdrawalForm(props: {
  since: readonly OverrideEntry[];
  close: () => void;
  send: (reason: string) => Promise<void>;
}) {
  const words = useWords(incident).grading;
  return (
    <WithReason
      title={words.withdraw}
      button={words.sendWithdrawal}
      since={props.since}
      idle={props.since[0] !== undefined && props.since[0].grade === undefined}
      close={props.close}
      send={props.send}
    />
  );
}
