import {useId, useState} from "preact/hooks";
import {ask, path, Refused} from "../api/api";
import type {OverrideEntry} from "../api/overrides";
import type {Page} from "../api/pages";
import {useAnswer} from "../api/useAnswer";
import {GradeBadge} from "../parts/GradeBadge";
import {Refusal} from "../parts/Refusal";
import {Said} from "../parts/Said";
import {useSettings} from "../shell/settings";
import {incident} from "../words/incident";
import {useFormat} from "../words/format";
import {useWords} from "../words/words";
import {holdsConfidential, useFile} from "./file";
import {lead} from "./place";
import {GradeForm, WithdrawalForm} from "./GradeForm";
import {Wide} from "../parts/Wide";

/** All that people said of a claim's grade, and the way to say something oneself; one that is gone is only withdrawn. */
export function Grading({claim, changed}: {claim: string; changed: () => void}) {
  const words = useWords(incident).grading;
  const {moment, number} = useFormat();
  const {may, announce} = useSettings();
  const file = useFile();
  const [form, setForm] = useState<"grade" | "withdrawal">();
  const base = `/dossiers/${encodeURIComponent(file.dossier.incident.id)}/claims/${encodeURIComponent(claim)}/override`;
  const entries = useAnswer<Page<OverrideEntry>>(path(`${base}s`, {size: 100}));
  // The service lets nobody grade what they do not see whole.
  const closed = holdsConfidential(file) && !may("confidant");
  const gone = !file.judged.has(claim);
  const id = useId();
  const standing = file.overrides.has(claim);
  const done = (sentence: string) => {
    setForm(undefined);
    announce(sentence);
    entries.again();
    changed();
    // What was pressed may be gone.
    lead(gone ? "glance" : id);
  };
  const items = entries.value?.items ?? [];
  /** With what one has seen, so that nobody replaces unseen what another has just said. */
  const say = async (to: string, method: "PUT" | "POST", body: object) => {
    try {
      await ask(to, {method, body: {...body, after: items[0]?.number ?? 0}});
    } catch (failure) {
      if (failure instanceof Refused && failure.status === 409) {
        entries.again();
        changed();
      }
      throw failure;
    }
  };
  return (
    <section aria-labelledby={id}>
      <h3 id={id} tabIndex={-1}>
        {words.head}
      </h3>
      <p class="muted">{gone ? words.gone.about : words.about}</p>
      {!may("editor") ? (
        <p>{gone ? words.gone.forEditors : words.forEditors}</p>
      ) : closed ? (
        <p>{words.forConfidants}</p>
      ) : (
        <p class="row screen">
          {!gone && (
            <button onClick={() => setForm("grade")}>
              {standing ? words.replace : words.give}
            </button>
          )}
          {standing && <button onClick={() => setForm("withdrawal")}>{words.withdraw}</button>}
        </p>
      )}
      {entries.refused !== undefined && <Refusal refused={entries.refused} again={entries.again} />}
      {entries.value !== undefined && items.length === 0 && <p>{words.none}</p>}
      {items.length > 0 && (
        <Wide>
          <table>
            <caption>{words.earlier}</caption>
            <thead>
              <tr>
                <th scope="col">{words.at}</th>
                <th scope="col">{words.by}</th>
                <th scope="col">{words.what}</th>
                <th scope="col">{words.reason}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((entry) => (
                <tr key={entry.number}>
                  <td>
                    {moment(entry.at)}
                    <br />
                    <small class="muted">{words.version(number(entry.version))}</small>
                  </td>
                  <td>
                    <bdi>{entry.by}</bdi>
                  </td>
                  <td>
                    {entry.grade === undefined ? (
                      words.didWithdraw
                    ) : (
                      <GradeBadge grade={entry.grade} />
                    )}
                    {entry.inForce && <small class="tag">{words.inForce}</small>}
                  </td>
                  <td>
                    <Said text={entry.reason} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Wide>
      )}
      {form === "grade" && (
        <GradeForm
          claim={claim}
          close={() => setForm(undefined)}
          send={async (grade, reason, told) => {
            await say(base, "PUT", {grade, reason});
            done(words.given(told));
          }}
        />
      )}
      {form === "withdrawal" && (
        <WithdrawalForm
          close={() => setForm(undefined)}
          send={async (reason) => {
            await say(`${base}/withdrawal`, "POST", {reason});
            done(gone ? words.gone.withdrawn : words.withdrawn);
          }}
        />
      )}
    </section>
  );
}
