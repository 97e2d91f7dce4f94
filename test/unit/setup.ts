import fc from "fast-check";

/** The same cases every time, so that a run that passed passes again; `FUZZ_SEED=…` looks for new ones. */
fc.configureGlobal({ seed: Number(process.env["FUZZ_SEED"] ?? 20261123) });
