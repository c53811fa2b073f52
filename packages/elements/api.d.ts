// @cnscd/elements
/** Why a token is asked for, and where it will be sent. */
interface TokenRequest {
    /** True: the server refused the token that was given last. */
    isRefresh: boolean;
    /** Where the token goes, as an absolute address: a host that has several end points looks at it. */
    endpoint: string;
}
/**
 * Gives the token of whoever has signed in to the page; null for nobody. While it fails, or takes over 15 s, nothing is
 * asked for, and what is on the screen stays.
 */
type GetToken = (request: TokenRequest) => string | null | Promise<string | null>;
/** What all elements have. Each property but `getToken` is an attribute too. */
interface CnscdElement extends HTMLElement {
    /** Address of the graph. Attribute `endpoint`. @defaultValue `/graphql` */
    endpoint: string;
    /** Attribute `language`. @defaultValue `vi` */
    language: 'vi' | 'en';
    /** Title above; empty shows none. Attribute `heading`. @defaultValue a title of the element's own */
    heading: string | null;
    /** Level of that title in the page's outline. Attribute `heading-level`. @defaultValue `2` */
    headingLevel: number;
    /** Set by the page's script. There is no attribute for it: a token belongs neither into markup nor into an address. */
    getToken: GetToken | null;
    /** Asks the server anew, as after a sign-in. */
    refresh(): Promise<void>;
}
/** `<cnscd-team-finder>` */
interface CnscdTeamFinder extends CnscdElement {
    /** Code of the province or commune that is searched; without it people choose a province. Attribute `unit`. */
    unit: string | null;
    /** Day on which codes and teams are meant, `2023-09-30`. Attribute `as-of`. @defaultValue today */
    asOf: string | null;
    /** Teams shown at a time, 1 to 100. Attribute `page-size`. @defaultValue `10` */
    pageSize: number;
}
/** `<cnscd-kpi-board>` */
interface CnscdKpiBoard extends CnscdElement {
    /** Code of the unit, `VN` for the nation. Attribute `unit`. */
    unit: string | null;
    /** `2026`, `2026-H1`, `2026-Q1`, `2026-03`, `2026-W12`. Attribute `period`. @defaultValue this year */
    period: string | null;
    /** Codes of indicators with blanks or commas between; without it all that have something to show. Attribute `indicators`. */
    indicators: string | null;
    /** Level of the units below that are compared. Attribute `breakdown`. */
    breakdown: 'PROVINCE' | 'DISTRICT' | 'COMMUNE' | 'VILLAGE' | null;
    /** Borders of then or of today. Attribute `boundary`. @defaultValue `AS_REPORTED` */
    boundary: 'AS_REPORTED' | 'CURRENT';
    /**
     * The province's own map, a GeoJSON FeatureCollection in WGS 84 whose features bear `code`; drawn instead of tiles.
     * Refused with the reason where national data lack Hoàng Sa or Trường Sa. May also stand in the element, as
     * `<script type="application/geo+json" slot="geojson">`.
     */
    geojson: unknown;
}
/** `<cnscd-activity-feed>` */
interface CnscdActivityFeed extends CnscdElement {
    /** Code of the unit whose teams are meant. Attribute `unit`. @defaultValue all that the token may see */
    unit: string | null;
    /** Id of one team. Attribute `team`. */
    team: string | null;
    /** Period in which activities begin. Attribute `period`. */
    period: string | null;
    /** Attribute `status`. */
    status: 'PLANNED' | 'DONE' | 'VERIFIED' | 'RETURNED' | 'CANCELLED' | null;
    /** Activities shown at a time, 1 to 100. Attribute `page-size`. @defaultValue `10` */
    pageSize: number;
}
/** What the events carry; all of them bubble and leave shadow roots. */
interface CnscdEvents {
    /**
     * Nobody has signed in, or the token was refused; or `getToken` failed, as where a session has ended: the code is then
     * `TOKEN_UNAVAILABLE`, and people have a button to try again. Each once, until something could be shown again.
     */
    'cnscd-auth-required': CustomEvent<{
        code: string;
        message: string;
    }>;
    /** Something could not be shown for another reason. */
    'cnscd-error': CustomEvent<{
        code: string;
        message: string;
        retryable: boolean;
    }>;
    /** What was asked for is on the screen. */
    'cnscd-load': CustomEvent<Record<string, never>>;
    /** Somebody chose a team. With `preventDefault()` the element does not open it itself. */
    'cnscd-team-select': CustomEvent<{
        id: string;
        code: string;
        name: string;
    }>;
    /** Somebody chose a unit of the board. With `preventDefault()` the board does not go there itself. */
    'cnscd-unit-select': CustomEvent<{
        code: string;
        name: string;
    }>;
    /** The map is not drawn. */
    'cnscd-map-refused': CustomEvent<{
        code: MapRefusalCode;
        message: string;
    }>;
}
/** Why a map is not drawn. */
type MapRefusalCode = 'GEOJSON_INVALID' | 'ISLANDS_MISSING';
declare global {
    interface HTMLElementTagNameMap {
        'cnscd-team-finder': CnscdTeamFinder;
        'cnscd-kpi-board': CnscdKpiBoard;
        'cnscd-activity-feed': CnscdActivityFeed;
    }
    interface HTMLElementEventMap extends CnscdEvents {
    }
}

/** Why a map is not drawn. */
interface MapRefusal {
    code: MapRefusalCode;
    messages: {
        vi: string;
        en: string;
    };
}
/** What the map is about, as the board knows it. */
interface MapScope {
    level: string;
    code: string | null;
}
/**
 * Why a map must not be drawn; null where it may.
 *
 * A map of the nation has Hoàng Sa (Đà Nẵng) and Trường Sa (Khánh Hòa): both the place and the name, on the islands
 * themselves or on their province. A map of one of those two provinces has its own archipelago.
 */
declare function mapRefusal(geojson: unknown, scope?: MapScope | null): MapRefusal | null;

export { mapRefusal };
export type { CnscdActivityFeed, CnscdElement, CnscdEvents, CnscdKpiBoard, CnscdTeamFinder, GetToken, MapRefusal, MapRefusalCode, MapScope, TokenRequest };
