/**
 * What tests do not do.
 * @param {{ selector: string, message: string }[]} nowhere what no code does
 * @returns {import("eslint").Linter.Config[]}
 */
export const ofTests = (nowhere) => [
  {
    files: ["test/**/*.ts"],
    ignores: ["test/run/retried.ts"],
    rules: {
      "no-restricted-properties": [
        "error",
        { property: "retries", message: "Give the reason for a second try: use test/run/retried.ts." },
        {
          property: "waitForFunction",
          message:
            "It takes an unsettled promise for true, so it may wait for nothing: use test/ui/until-page.ts.",
        },
      ],
    },
  },
  {
    files: ["test/ui/*.ts"],
    rules: {
      "no-restricted-syntax": [
        "error",
        ...nowhere,
        {
          selector:
            "CallExpression[callee.property.name='press'][callee.object.property.name='keyboard'] > Literal[value='Enter']",
          message:
            "Enter acts on what has the focus at that moment: use pressOn of press-until.ts, or what the window offers for dialogs, lists and inputs.",
        },
        {
          selector: ":function[params.0.name='window'] CallExpression[callee.name='writeFile']",
          message:
            "A window that has just opened does not watch its folder yet: prepare the folder, or use changeFile of campaign-window.ts.",
        },
      ],
    },
  },
  {
    files: ["test/**/*.ts", "scripts/**/*.ts", "test/**/*.mjs"],
    rules: {
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-floating-promises": "off",
    },
  },
];
