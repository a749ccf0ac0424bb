// How Teams draws a card. Colours are names of theme.css, so light and dark need no second drawing.

const text = (name) => ({ default: `var(--card-${name})`, subtle: `var(--card-${name}-subtle)` });

const colours = () => ({
  default: text("text"),
  dark: text("text"),
  light: text("text"),
  accent: text("accent"),
  good: text("good"),
  warning: text("warning"),
  attention: text("attention"),
});

const container = (name) => ({ backgroundColor: `var(--card-${name}-back)`, borderColor: `var(--card-${name}-edge)`, foregroundColors: colours() });

export const hostConfig = {
  supportsInteractivity: true,
  fontFamily: "inherit",
  fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 400, default: 400, bolder: 600 },
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 12 },
  separator: { lineThickness: 1, lineColor: "var(--line)" },
  textBlock: { headingLevel: 3 },
  containerStyles: {
    default: container("default"),
    emphasis: container("emphasis"),
    good: container("good"),
    attention: container("attention"),
    warning: container("warning"),
    accent: container("accent"),
  },
  inputs: {
    label: {
      inputSpacing: "small",
      requiredInputs: { color: "default", weight: "bolder", suffix: " (required)" },
      optionalInputs: { color: "default", weight: "bolder" },
    },
    errorMessage: { color: "attention", spacing: "small", weight: "bolder" },
  },
  actions: {
    maxActions: 6,
    spacing: "default",
    buttonSpacing: 0,
    showCard: { actionMode: "inline", inlineTopMargin: 12 },
    actionsOrientation: "horizontal",
    actionAlignment: "left",
  },
  factSet: {
    title: { color: "default", weight: "bolder", wrap: true, maxWidth: 120 },
    value: { color: "default", weight: "default", wrap: true },
    spacing: 12,
  },
};
