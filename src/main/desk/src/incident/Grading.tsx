import {useEffect, useId, useState} from "preact/hooks";
import {ask, path} from "../api/api";
import {Refused} from "../api/refused";
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

/** What one is about to say, and how much of what others said one has read. */
interface Saying {
  what: "grade" | "withdrawal";
  /** The newest entry when one began. */
  seen: number;
  /** What others said since, as the form shows it, the newest first. */
  since: OverrideEntry[];
  /** The status by which the service told that things are not as they were. */
  overtaken: number | undefined;
}

/** All that people said of a claim's grade, and the way to say something oneself; one that is gone is only withdrawn. */
export function Grading({claim, changed}: {claim: string; changed: () => void}) {
  const words = useWords(incident).grading;
  const {moment, number} = useFormat();
  const {may, announce} = useSettings();
  const file = useFile();
  const [saying, setSaying] = useState<Saying>();
  const base = `/dossiers/${encodeURIComponent(file.dossier.incident.id)}/claims/${encodeURIComponent(claim)}/override`;
  const all = path(`${base}s`, {size: 100});
  const entries = useAnswer<Page<OverrideEntry>>(all);
  useEffect(() => {
    // The incident was asked for again: so is what could not be had beside it.
    if (entries.refused !== undefined) {
      entries.again();
    }
  }, [file]);
  // The service lets nobody grade what they do not see whole.
  const closed = holdsConfidential(file) && !may("confidant");
  const gone = !file.judged.has(claim);
  const id = useId();
  const standing = file.overrides.has(claim);
  const items = entries.value?.items ?? [];
  const begin = (what: Saying["what"]) =>
    setSaying({what, seen: items[0]?.number ?? 0, since: [], overtaken: undefined});
  /** Closes the form; how things stand is asked again, and what was pressed may be gone then. */
  const settle = (at: string) => {
    setSaying(undefined);
    entries.again();
    changed();
    lead(at);
  };
  const close = () => {
    if (saying?.overtaken === undefined) {
      setSaying(undefined);
    } else {
      settle(gone || saying.overtaken === 404 ? "glance" : id);
    }
  };
  /** With what one has seen, so that nobody replaces unseen what another has just said. */
  const say = async (said: Saying, to: string, method: "PUT" | "POST", body: object) => {
    try {
      await ask(to, {method, body: {...body, after: said.since[0]?.number ?? said.seen}});
    } catch (failure) {
      if (failure instanceof Refused && (failure.status === 409 || failure.status === 404)) {
        setSaying({...said, since: await since(said), overtaken: failure.status});
      }
      throw failure;
    }
  };
  const since = async (said: Saying) => {
    try {
      const {body} = await ask<Page<OverrideEntry>>(all);
      return body.items.filter((entry) => entry.number > said.seen);
    } catch (failure) {
      if (!(failure instanceof Refused)) {
        throw failure;
      }
      // Told is what was refused first; what one has seen stays what it was.
      return said.since;
    }
  };
  const done = (sentence: string) => {
    announce(sentence);
    settle(gone ? "glance" : id);
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
        entries.value !== undefined &&
        entries.refused === undefined && (
          <p class="row screen">
            {!gone && (
              <button onClick={() => begin("grade")}>
                {standing ? words.replace : words.give}
              </button>
            )}
            {standing && <button onClick={() => begin("withdrawal")}>{words.withdraw}</button>}
          </p>
        )
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
      {saying?.what === "grade" && (
        <GradeForm
          claim={claim}
          since={saying.since}
          close={close}
          send={async (grade, reason, told) => {
            await say(saying, base, "PUT", {grade, reason});
            done(words.given(told));
          }}
        />
      )}
      {saying?.what === "withdrawal" && (
        <WithdrawalForm
          since={saying.since}
          close={close}
          send={async (reason) => {
            await say(saying, `${base}/withdrawal`, "POST", {reason});
            done(gone ? words.gone.withdrawn : words.withdrawn);
          }}
        />
      )}
    </section>
  );
}
