import "../style/incidents.css";
import {lazy, Suspense} from "preact/compat";
import {useCallback, useEffect, useMemo, useRef, useState} from "preact/hooks";
import {path} from "../api/api";
import type {ListedIncident} from "../api/archive";
import type {Page} from "../api/pages";
import {useAnswer} from "../api/useAnswer";
import {Loading} from "../parts/Loading";
import {Tabs} from "../parts/Tabs";
import {go, type Route} from "../shell/route";
import {incidents} from "../words/incidents";
import {useWords} from "../words/words";
import {Filters} from "./Filters";
import {Results} from "./Results";
import {SearchBox} from "./SearchBox";
import {crossed, EVERYTHING, hrefOf, parameters, spot, type Search} from "./search";
import {useWide} from "./useWide";
import {Views} from "./Views";

const MapPart = lazy(() => import("./MapPart"));

/** Incidents on a page of the list. */
const SIZE = 25;

/** Where one finds incidents: what is looked for stands in the address. */
export default function Incidents({route}: {route: Route}) {
  const words = useWords(incidents);
  const wide = useWide("(min-width: 64rem)");
  const here = useMemo(() => spot(route.query), [route.query.toString()]);
  const {search, page, shown} = here;
  const {dates, scores} = crossed(search);
  const asked = useAnswer<Page<ListedIncident>>(
    dates || scores ? undefined : path("/dossiers", {...parameters(search), page, size: SIZE}),
    "lasting",
  );
  useEffect(() => {
    document.title = `${words.title} – Bilan`;
  }, [words]);
  /** Another search begins at the first page; while one types, it takes the place of the one before. */
  const change = useCallback(
    (part: Partial<Search>, inPlace = false) =>
      go(hrefOf({search: {...search, ...part}, page: 0, shown}), inPlace),
    [search, shown],
  );
  const input = useRef<HTMLInputElement>(null);
  const widen = (part: Partial<Search>) => {
    change(part);
    input.current?.focus();
  };
  const [cleared, setCleared] = useState(0);
  const clear = () => {
    widen({...EVERYTHING, sort: search.sort});
    setCleared(cleared + 1);
  };
  const list = <Results asked={asked} here={here} size={SIZE} clear={clear} />;
  const map = (
    <Suspense fallback={<Loading />}>
      <MapPart search={search} change={change} alone={!wide} />
    </Suspense>
  );
  return (
    <div class="incidents">
      <div class="row head">
        <h1>{words.title}</h1>
        <Views here={here} />
      </div>
      <search class="seeking screen">
        <SearchBox search={search} change={change} clear={clear} input={input} />
        <Filters search={search} change={change} widen={widen} cleared={cleared} wide={wide} />
      </search>
      {wide ? (
        <div class="both">
          <section aria-labelledby="list">
            <h2 id="list" class="unseen">
              {words.list}
            </h2>
            {list}
          </section>
          <section aria-labelledby="map" class="beside screen">
            <h2 id="map" class="unseen">
              {words.map}
            </h2>
            {map}
          </section>
        </div>
      ) : (
        <Tabs
          label={words.listOrMap}
          tabs={[
            {key: "list", name: words.list},
            {key: "map", name: words.map},
          ]}
          shown={shown}
          show={(key) => go(hrefOf({...here, shown: key}), true)}
        >
          <h2 class="unseen">{words[shown]}</h2>
          {shown === "map" ? map : list}
        </Tabs>
      )}
    </div>
  );
}
