import {useState} from "preact/hooks";
import {download, path} from "../api/api";
import {useSending} from "../api/useSending";
import {Dialog} from "../parts/Dialog";
import {Refusal} from "../parts/Refusal";
import {useSettings} from "../shell/settings";
import {incident} from "../words/incident";
import {useWords} from "../words/words";
import {useFile} from "./file";

const FORMS = ["csv", "parquet", "geojson", "jsonld"] as const;

/** What the service gives of this incident as files. */
export function Exports() {
  const words = useWords(incident);
  const [open, setOpen] = useState(false);
  return (
    <>
      <button onClick={() => setOpen(true)}>{words.exports}</button>
      {open && <Files close={() => setOpen(false)} />}
    </>
  );
}

function Files({close}: {close: () => void}) {
  const words = useWords(incident);
  const {language, may} = useSettings();
  const [refused, busy, sending] = useSending();
  const {dossier, assessment} = useFile();
  const {id, date, place} = dossier.incident;
  const base = `/dossiers/${encodeURIComponent(id)}`;
  const save = (from: string, name: string) => sending(() => download(from, name));
  const those = {country: place?.country, from: date.from, to: date.to ?? date.from};
  return (
    <Dialog title={words.exports} close={close}>
      <p>
        {words.exportsAbout} {place?.country !== undefined && words.exportsClaims}
      </p>
      {may("confidant") && <p>{words.exportsNames}</p>}
      <div class="stack">
        <button
          aria-disabled={busy}
          onClick={() =>
            save(path(`${base}/assessment`, {explain: "full"}), `${id}.assessment.json`)
          }
        >
          {words.exportAssessment}
        </button>
        <button aria-disabled={busy} onClick={() => save(base, `${id}.json`)}>
          {words.exportDossier}
        </button>
        {(assessment.pictures ?? []).length > 0 && (
          <a
            class="button"
            href={path(`${base}/pictures.html`, {lang: language})}
            target="_blank"
            rel="noopener"
          >
            {words.exportPictures}
          </a>
        )}
        {place?.country !== undefined &&
          FORMS.map((form) => (
            <button
              aria-disabled={busy}
              onClick={() => save(path(`/exports/claims.${form}`, those), `claims.${form}`)}
            >
              {words.exportClaims(form)}
            </button>
          ))}
      </div>
      {refused !== undefined && <Refusal refused={refused} />}
    </Dialog>
  );
}
