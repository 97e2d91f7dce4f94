declare module "tzdata" {
  const tzdata: {
    readonly version: string;
    /** A list of rules, or the name of the zone that this one is a link to. */
    readonly zones: Readonly<Record<string, string | readonly unknown[]>>;
  };
  export default tzdata;
}
