import type {ComponentChildren} from "preact";
import type {Alike, KeptFile} from "../api/media";
import {useAnswer} from "../api/useAnswer";
import {Loading} from "../parts/Loading";
import {Refusal} from "../parts/Refusal";
import {Said} from "../parts/Said";
import {drafts} from "../words/drafts";
import {useFormat} from "../words/format";
import {records} from "../words/records";
import {terms} from "../words/terms";
import {useWords} from "../words/words";
import {useForm} from "./form";
import {at, textOf} from "./json";
import {Seen} from "./Seen";
import {Take} from "./Take";

const FILE = /^[0-9a-f]{64}$/;

/** What was established about a medium's file, offered for its fields. */
export function Media({index}: {index: number}) {
  const {document} = useForm();
  const sha256 = textOf(at(document, ["media", index, "sha256"]));
  return FILE.test(sha256) ? <Established key={sha256} index={index} sha256={sha256} /> : null;
}

function Established({index, sha256}: {index: number; sha256: string}) {
  const words = useWords(drafts).file;
  const file = useAnswer<KeptFile>(`/media/${sha256}`);
  const alike = useAnswer<Alike>(file.value === undefined ? undefined : `/media/${sha256}/alike`);
  if (file.value === undefined) {
    return file.refused === undefined ? (
      <Loading />
    ) : file.refused.status === 404 ? (
      <p class="muted">{words.none}</p>
    ) : (
      <Refusal refused={file.refused} again={file.again} />
    );
  }
  return (
    <section class="established" aria-label={words.head}>
      {file.value.thumbnail !== undefined && <img src={file.value.thumbnail} alt={words.small} />}
      <div>
        <h3>{words.head}</h3>
        <Told index={index} file={file.value} />
        <Seen index={index} file={file.value} alike={alike.value?.alike ?? []} />
        <p class="muted">{words.added}</p>
      </div>
    </section>
  );
}

function Fact({name, children}: {name: string; children: ComponentChildren}) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Told({index, file}: {index: number; file: KeptFile}) {
  const words = useWords(drafts).file;
  const names = useWords(records).pictures;
  const rated: Record<string, string> = useWords(terms).credentials;
  const {moment, list} = useFormat();
  const {credentials, metadata} = file.examination;
  const {capturedAt, position, device, editors, editedAt, contradictions} = metadata;
  const contradiction: Record<string, string> = names.contradiction;
  return (
    <>
      {capturedAt === null && position === null && device === null && <p>{words.nothing}</p>}
      <dl>
        {capturedAt !== null && (
          <Fact name={names.capturedAt}>
            {moment(capturedAt.time)}{" "}
            <Take
              index={index}
              field="capturedAt"
              value={capturedAt.time}
              name={names.capturedAt}
            />
          </Fact>
        )}
        {position !== null && (
          <Fact name={names.place}>
            {position.lat}, {position.lon}{" "}
            <Take index={index} field="place" value={{...position}} name={names.place} />
          </Fact>
        )}
        {device !== null && (
          <Fact name={names.device}>
            <Said text={device} most={80} />
          </Fact>
        )}
        {editors.length > 0 && (
          <Fact name={names.software}>
            <Said text={editors.join(", ")} most={120} />
          </Fact>
        )}
        {editedAt !== null && <Fact name={names.editedAt}>{moment(editedAt.time)}</Fact>}
        <Fact name={names.credentials}>
          {rated[credentials] ?? credentials}{" "}
          {/* That nobody has verified them is no word of the dossier's own. */}
          {credentials === "absent" && (
            <Take index={index} field="credentials" value="absent" name={names.credentials} />
          )}
        </Fact>
        {contradictions.length > 0 && (
          <Fact name={names.contradictions}>
            {list(contradictions.map((one) => contradiction[one] ?? one))}
          </Fact>
        )}
      </dl>
    </>
  );
}
