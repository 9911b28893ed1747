import {useState} from "preact/hooks";
import {Dialog} from "../parts/Dialog";
import {Field} from "../parts/Field";
import {GradeBadge} from "../parts/GradeBadge";
import {Refusal} from "../parts/Refusal";
import {incident} from "../words/incident";
import {shell} from "../words/shell";
import {GRADES, terms, type Grade} from "../words/terms";
import {useWords} from "../words/words";
import {useNames} from "./file";
import {useSending} from "../api/useSending";

/** Letters that a reason needs at least: else the service refuses it. */
const LEAST = 10;
const MOST = 2000;

function Reason(props: {value: string; set: (reason: string) => void; wrong: string | undefined}) {
  const words = useWords(incident).grading;
  return (
    <Field
      label={words.reason}
      help={words.reasonHelp}
      wrong={props.wrong === undefined ? undefined : [props.wrong]}
    >
      {(tied) => (
        <textarea
          {...tied}
          rows={4}
          maxLength={MOST}
          required
          value={props.value}
          onInput={(e) => props.set(e.currentTarget.value)}
        />
      )}
    </Field>
  );
}

function Buttons({busy, send, close}: {busy: boolean; send: string; close: () => void}) {
  return (
    <p class="row">
      <button type="submit" class="primary" disabled={busy}>
        {send}
      </button>
      <button type="button" onClick={close}>
        {useWords(shell).cancel}
      </button>
    </p>
  );
}

/** A person's grade for a claim, with the reason. */
export function GradeForm(props: {
  claim: string;
  close: () => void;
  send: (grade: Grade, reason: string, told: string) => Promise<void>;
}) {
  const words = useWords(incident).grading;
  const {colon} = useWords(incident);
  const names = useWords(terms).grade;
  const {claim} = useNames();
  const [grade, setGrade] = useState<Grade>();
  const [reason, setReason] = useState("");
  const [wrong, setWrong] = useState<string>();
  const [refused, busy, sending] = useSending();
  const submit = (event: Event) => {
    event.preventDefault();
    if (grade === undefined || reason.trim().length < LEAST) {
      setWrong(words.tooShort);
      return;
    }
    setWrong(undefined);
    sending(() => props.send(grade, reason.trim(), names[grade]));
  };
  return (
    <Dialog title={`${words.head}${colon} ${claim(props.claim)}`} close={props.close}>
      <form class="stack" onSubmit={submit} noValidate>
        <p>{words.about}</p>
        <fieldset>
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
        </fieldset>
        <Reason value={reason} set={setReason} wrong={wrong} />
        {refused !== undefined && <Refusal refused={refused} />}
        <Buttons busy={busy} send={words.send} close={props.close} />
      </form>
    </Dialog>
  );
}

/** Withdraws it, with the reason. */
export function WithdrawalForm(props: {
  close: () => void;
  send: (reason: string) => Promise<void>;
}) {
  const words = useWords(incident).grading;
  const [reason, setReason] = useState("");
  const [wrong, setWrong] = useState<string>();
  const [refused, busy, sending] = useSending();
  const submit = (event: Event) => {
    event.preventDefault();
    if (reason.trim().length < LEAST) {
      setWrong(words.withdrawShort);
      return;
    }
    setWrong(undefined);
    sending(() => props.send(reason.trim()));
  };
  return (
    <Dialog title={words.withdraw} close={props.close}>
      <form class="stack" onSubmit={submit} noValidate>
        <Reason value={reason} set={setReason} wrong={wrong} />
        {refused !== undefined && <Refusal refused={refused} />}
        <Buttons busy={busy} send={words.sendWithdrawal} close={props.close} />
      </form>
    </Dialog>
  );
}
