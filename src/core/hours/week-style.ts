/**
 * The style of the picture. VS Code defines the variables of its theme in a panel; elsewhere the fallback colors apply,
 * which depend on whether the viewer prefers dark.
 */
export const weekStyle = `
.calling-week {
  --week-text: var(--vscode-foreground, #1f1f1f);
  --week-faint: var(--vscode-descriptionForeground, #5b5b5b);
  --week-paper: var(--vscode-editor-background, #ffffff);
  --week-rule: var(--vscode-contrastBorder, var(--vscode-panel-border, #d4d4d4));
  --week-open: var(--vscode-charts-blue, #0b66b8);
  --week-legal: var(--vscode-charts-green, #2e7d32);
  --week-fault: var(--vscode-errorForeground, #b3261e);
  --week-warning: var(--vscode-editorWarning-foreground, #a65300);
  --week-now: var(--vscode-charts-red, #c62828);
  --week-focus: var(--vscode-focusBorder, #0b66b8);
  font-family: var(--vscode-font-family, system-ui, sans-serif);
  font-size: 11px;
}
@media (prefers-color-scheme: dark) {
  .calling-week {
    --week-text: var(--vscode-foreground, #e4e4e4);
    --week-faint: var(--vscode-descriptionForeground, #b0b0b0);
    --week-paper: var(--vscode-editor-background, #1f1f1f);
    --week-rule: var(--vscode-contrastBorder, var(--vscode-panel-border, #4a4a4a));
    --week-open: var(--vscode-charts-blue, #6cb6ff);
    --week-legal: var(--vscode-charts-green, #81c784);
    --week-fault: var(--vscode-errorForeground, #ff9a90);
    --week-warning: var(--vscode-editorWarning-foreground, #ffb366);
    --week-now: var(--vscode-charts-red, #ff8a80);
    --week-focus: var(--vscode-focusBorder, #6cb6ff);
  }
}
.calling-week text { fill: var(--week-text); }
.calling-week .paper { fill: var(--week-paper); }
.calling-week .axis text { fill: var(--week-faint); text-anchor: middle; }
.calling-week .axis .place { text-anchor: start; }
.calling-week .rule, .calling-week .hour { stroke: var(--week-rule); stroke-width: 1; }
.calling-week .hour { stroke-opacity: 0.5; }
.calling-week .name { font-weight: 600; }
.calling-week .date { fill: var(--week-faint); font-size: 10px; }
.calling-week .today .name { text-decoration: underline; }
.calling-week .total { text-anchor: end; }
.calling-week .legal { fill: var(--week-legal); fill-opacity: 0.14; stroke: var(--week-legal); stroke-width: 0.75; stroke-dasharray: 1 2; }
.calling-week .hours { fill: var(--week-open); fill-opacity: 0.3; stroke: var(--week-open); stroke-width: 1.5; }
.calling-week .legend .note { fill: var(--week-faint); font-size: 10px; }
.calling-week .window text { text-anchor: middle; }
.calling-week .inverted .hours { fill: none; stroke: var(--week-fault); stroke-dasharray: 4 3; }
.calling-week .outside { fill: var(--week-warning); fill-opacity: 0.25; stroke: var(--week-warning); stroke-width: 1.5; }
.calling-week .overlap { fill: none; stroke: var(--week-fault); stroke-width: 2; stroke-dasharray: 2 2; }
.calling-week .mark line { stroke: var(--week-text); stroke-width: 1.5; }
.calling-week .now line { stroke: var(--week-now); stroke-width: 2; }
.calling-week .clock line { stroke-dasharray: 3 2; }
.calling-week .call { fill: var(--week-text); stroke: var(--week-paper); stroke-width: 0.5; }
`;
