import {geoPath, geoProjection, type GeoProjection} from "d3-geo";
import {feature, mesh} from "topojson-client";
import type {GeometryCollection, Topology} from "topojson-specification";
import atlas from "world-atlas/countries-110m.json";
import type {Box} from "../api/archive";

/**
 * The world on a plane on which meridians and parallels are straight, so that a part of it is a box, and lengths are
 * right at 30 degrees north and south: the equidistant cylindrical projection.
 */
const RIGHT_AT = (30 * Math.PI) / 180;

/** How high the world is, of its width. */
export const HEIGHT = 0.5 / Math.cos(RIGHT_AT);

const topology = atlas as unknown as Topology<{
  countries: GeometryCollection;
  land: GeometryCollection;
}>;

/** A place of the world on the screen, before it is zoomed, and back. */
export interface Plane {
  width: number;
  height: number;
  land: string;
  borders: string;
  /** Pixels of a degree of longitude. */
  degree: number;
  x: (lon: number) => number;
  y: (lat: number) => number;
  lon: (x: number) => number;
  lat: (y: number) => number;
}

export function plane(width: number, height: number): Plane {
  const raw = Object.assign(
    (lon: number, lat: number): [number, number] => [lon * Math.cos(RIGHT_AT), lat],
    {invert: (x: number, y: number): [number, number] => [x / Math.cos(RIGHT_AT), y]},
  );
  const projection: GeoProjection = geoProjection(raw)
    .scale(width / (2 * Math.PI * Math.cos(RIGHT_AT)))
    .translate([width / 2, height / 2])
    .precision(0.1);
  const draw = geoPath(projection).digits(2);
  const {countries, land} = topology.objects;
  const degree = width / 360;
  const high = degree / Math.cos(RIGHT_AT);
  return {
    width,
    height,
    land: draw(feature(topology, land)) ?? "",
    borders: draw(mesh(topology, countries, (one, other) => one !== other)) ?? "",
    degree,
    x: (lon) => width / 2 + lon * degree,
    y: (lat) => height / 2 - lat * high,
    lon: (x) => (x - width / 2) / degree,
    lat: (y) => (height / 2 - y) / high,
  };
}

/** Degrees with six decimals: a tenth of a metre. */
const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6;

const within = (degrees: number, most: number) => round(Math.max(-most, Math.min(most, degrees)));

/** What a zoomed plane shows of the world; null: all of it. */
export function sight(
  {width, height, lon, lat}: Plane,
  view: {k: number; invertX: (x: number) => number; invertY: (y: number) => number},
): Box | null {
  return view.k <= 1
    ? null
    : {
        west: within(lon(view.invertX(0)), 180),
        south: within(lat(view.invertY(height)), 90),
        east: within(lon(view.invertX(width)), 180),
        north: within(lat(view.invertY(0)), 90),
      };
}

/** The square of the map in which a place lies; what lies on its edge to the east or north is of the next one. */
export function square(place: {lat: number; lon: number}, degrees: number): Box {
  const edge = (value: number, most: number) =>
    Math.floor((value + most) / degrees) * degrees - most;
  const west = edge(place.lon, 180);
  const south = edge(place.lat, 90);
  const end = (value: number, most: number) => (value >= most ? most : within(value - 1e-6, most));
  return {
    west: round(west),
    south: round(south),
    east: end(west + degrees, 180),
    north: end(south + degrees, 90),
  };
}
