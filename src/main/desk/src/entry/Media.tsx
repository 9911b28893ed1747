import type {Picture, PictureTold} from "../api/assessments";
import {Link} from "../parts/Link";
import {Loading} from "../parts/Loading";
import {Refusal} from "../parts/Refusal";
import {Said} from "../parts/Said";
import {address} from "../shell/route";
import {useSettings} from "../shell/settings";
import {entry} from "../words/entry";
import {useFormat} from "../words/format";
import {records} from "../words/records";
import {terms} from "../words/terms";
import {useWords} from "../words/words";
import {useForm} from "./form";
import {at, put, textOf, type Json} from "./json";
import {useEstablished} from "./pictures";

/** What was established about a medium's file, offered for its fields. */
export function Media({index}: {index: number}) {
  const {document} = useForm();
  const sha256 = textOf(at(document, ["media", index, "sha256"]));
  return sha256 === "" ? null : <Established key={sha256} index={index} sha256={sha256} />;
}

function Established({index, sha256}: {index: number; sha256: string}) {
  const words = useWords(entry).file;
  const {document} = useForm();
  const {picture, refused, busy} = useEstablished(document, sha256);
  if (busy) {
    return <Loading />;
  }
  if (refused !== undefined) {
    return <Refusal refused={refused} />;
  }
  if (picture === undefined) {
    return <p class="muted">{words.none}</p>;
  }
  return (
    <section class="established" aria-label={words.head}>
      {picture.thumbnail !== undefined && (
        <img src={picture.thumbnail} alt={words.small} loading="lazy" />
      )}
      <div>
        <h4>{words.head}</h4>
        <Told index={index} told={picture.established} />
        {picture.earlier !== undefined && <Earlier index={index} earlier={picture.earlier} />}
        <p class="muted">{words.added}</p>
      </div>
    </section>
  );
}

function Told({index, told}: {index: number; told: PictureTold}) {
  const words = useWords(entry).file;
  const names = useWords(records).pictures;
  const credentials = useWords(terms).credentials;
  const {moment} = useFormat();
  const {capturedAt, place, device, software, editedAt, contradictions} = told;
  const rated = told.credentials;
  if (Object.keys(told).length === 0) {
    return <p>{words.nothing}</p>;
  }
  return (
    <dl>
      {capturedAt !== undefined && (
        <>
          <dt>{names.capturedAt}</dt>
          <dd>
            {moment(capturedAt)}{" "}
            <Take index={index} field="capturedAt" value={capturedAt} name={names.capturedAt} />
          </dd>
        </>
      )}
      {place !== undefined && (
        <>
          <dt>{names.place}</dt>
          <dd>
            {place.name !== undefined && <Said text={place.name} most={80} />} {place.lat},{" "}
            {place.lon} <Take index={index} field="place" value={{...place}} name={names.place} />
          </dd>
        </>
      )}
      {rated !== undefined && (
        <>
          <dt>{names.credentials}</dt>
          <dd>
            {credentials[rated]}{" "}
            {rated !== "unverified" && (
              <Take index={index} field="credentials" value={rated} name={names.credentials} />
            )}
          </dd>
        </>
      )}
      {device !== undefined && (
        <>
          <dt>{names.device}</dt>
          <dd>
            <Said text={device} most={80} />
          </dd>
        </>
      )}
      {software !== undefined && (
        <>
          <dt>{names.software}</dt>
          <dd>
            <Said text={software.join(", ")} most={120} />
          </dd>
        </>
      )}
      {editedAt !== undefined && (
        <>
          <dt>{names.editedAt}</dt>
          <dd>{moment(editedAt)}</dd>
        </>
      )}
      {contradictions !== undefined && contradictions.length > 0 && (
        <>
          <dt>{names.contradictions}</dt>
          <dd>
            {contradictions
              .map((one) => (names.contradiction as Record<string, string>)[one] ?? one)
              .join("; ")}
          </dd>
        </>
      )}
    </dl>
  );
}

function Earlier({index, earlier}: {index: number; earlier: NonNullable<Picture["earlier"]>}) {
  const words = useWords(entry).file;
  const names = useWords(records).pictures;
  const {moment} = useFormat();
  return (
    <div class="earlier">
      <p>
        <strong>{words.seenBefore}</strong> {moment(earlier.at)}:{" "}
        {names.ground[earlier.ground as keyof typeof names.ground] ?? earlier.ground}{" "}
        {earlier.place !== undefined && <Said text={earlier.place} most={80} />}{" "}
        <Take index={index} field="firstSeenAt" value={earlier.at} name={names.firstSeenAt} />
      </p>
      {earlier.thumbnail !== undefined && (
        <img src={earlier.thumbnail} alt={names.earlierSmall} loading="lazy" />
      )}
      {earlier.url !== undefined && (
        <p>
          <Link to={earlier.url}>
            <bdi>{earlier.url.slice(0, 120)}</bdi>
          </Link>
        </p>
      )}
      {earlier.incident !== undefined && (
        <p>
          <a href={address(["incidents", earlier.incident])}>{names.incident(earlier.incident)}</a>
        </p>
      )}
    </div>
  );
}

/** Takes something that was established over into a field: only when a person says so. */
function Take(props: {index: number; field: string; value: Json; name: string}) {
  const words = useWords(entry).file;
  const {announce} = useSettings();
  const {document, edit} = useForm();
  const place = ["media", props.index, props.field];
  const there = JSON.stringify(at(document, place)) === JSON.stringify(props.value);
  return there ? (
    <small class="muted">{words.there}</small>
  ) : (
    <button
      type="button"
      class="plain"
      aria-label={words.takeOver(props.name)}
      onClick={() => {
        edit((before) => put(before, place, props.value));
        announce(words.tookOver(props.name));
      }}
    >
      {words.take}
    </button>
  );
}
