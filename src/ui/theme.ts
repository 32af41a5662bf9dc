import { type CSSVariablesResolver, createTheme, type MantineThemeOverride, mergeThemeOverrides } from '@mantine/core'
import { type Scheme, surfaces, tones } from './tones.ts'

/** The names a screen reader hears on ready-made controls, in the reader's language. */
export interface ControlNames {
  readonly close: string
  readonly clear: string
  readonly showPassword: string
}

const fonts =
  '-apple-system, BlinkMacSystemFont, "Segoe UI", "PingFang SC", "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif'

const base = createTheme({
  primaryColor: 'harbour',
  primaryShade: { light: 7, dark: 6 },
  autoContrast: false,
  defaultRadius: 'sm',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  fontFamily: fonts,
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, "Noto Sans Mono CJK SC", monospace',
  fontSizes: { xs: '0.8125rem', sm: '0.875rem', md: '1rem', lg: '1.125rem', xl: '1.25rem' },
  radius: { xs: '0.25rem', sm: '0.375rem', md: '0.625rem', lg: '0.875rem', xl: '1.5rem' },
  headings: { fontFamily: fonts, fontWeight: '650' },
  white: '#ffffff',
  black: surfaces.light.ink,
  colors: {
    harbour: [
      '#e9f4f9',
      '#d0e6f0',
      '#a4cde1',
      '#79bfe0',
      '#4a9cc5',
      '#2682ae',
      '#14719f',
      '#0d5a80',
      '#0b4a6a',
      '#08374f',
    ],
    gray: [
      '#f7f9fb',
      '#eef2f5',
      '#e2e8ed',
      '#d3dce3',
      '#bfcad3',
      '#9aa8b3',
      '#566570',
      '#475561',
      '#2e3a44',
      '#16212a',
    ],
    dark: [
      '#e1e9ee',
      '#bccad3',
      '#9fafba',
      '#8b9ba7',
      '#33434f',
      '#2a3843',
      '#1a252e',
      '#141d25',
      '#0f171e',
      '#0a1015',
    ],
  },
})

/** Mouse and keyboard: 30-px controls, 13-px text. */
const dense: MantineThemeOverride = {
  components: Object.fromEntries(
    [
      ...['Button', 'TextInput', 'PasswordInput', 'Textarea', 'Select', 'MultiSelect', 'NumberInput', 'NativeSelect'],
      ...[
        'TagsInput',
        'Autocomplete',
        'DateInput',
        'DateTimePicker',
        'Checkbox',
        'Radio',
        'Switch',
        'SegmentedControl',
      ],
      ...['Chip', 'Input', 'InputWrapper', 'InputLabel', 'FileInput', 'TimeInput'],
    ].map((name) => [name, { defaultProps: { size: 'xs' } }]),
  ),
}

/** Thumbs: controls of at least 44 px and 16-px text, which also stops iOS from zooming into a field. */
const roomy: MantineThemeOverride = {
  components: Object.fromEntries(
    [
      ...['Button', 'TextInput', 'PasswordInput', 'Textarea', 'Select', 'MultiSelect', 'NumberInput', 'NativeSelect'],
      ...[
        'TagsInput',
        'Autocomplete',
        'DateInput',
        'DateTimePicker',
        'Checkbox',
        'Radio',
        'Switch',
        'SegmentedControl',
      ],
      ...['Chip', 'Input', 'InputWrapper', 'InputLabel', 'FileInput', 'TimeInput'],
    ].map((name) => [name, { defaultProps: { size: 'md' } }]),
  ),
}

const named = (names: ControlNames): MantineThemeOverride => ({
  components: {
    CloseButton: { defaultProps: { 'aria-label': names.close } },
    Modal: {
      defaultProps: {
        closeButtonProps: { 'aria-label': names.close },
        radius: 'md',
        overlayProps: { backgroundOpacity: 0.45 },
      },
    },
    Drawer: {
      defaultProps: { closeButtonProps: { 'aria-label': names.close }, overlayProps: { backgroundOpacity: 0.3 } },
    },
    Notification: { defaultProps: { closeButtonProps: { 'aria-label': names.close }, radius: 'md' } },
    Alert: { defaultProps: { closeButtonLabel: names.close, radius: 'md' } },
    PasswordInput: { defaultProps: { visibilityToggleButtonProps: { 'aria-label': names.showPassword } } },
    Select: { defaultProps: { clearButtonProps: { 'aria-label': names.clear }, checkIconPosition: 'right' } },
    MultiSelect: { defaultProps: { clearButtonProps: { 'aria-label': names.clear }, checkIconPosition: 'right' } },
    // A dialog's head is no banner of the page.
    ModalHeader: { defaultProps: { role: 'presentation' } },
    DrawerHeader: { defaultProps: { role: 'presentation' } },
    Popover: { defaultProps: { radius: 'md', shadow: 'md' } },
    Menu: { defaultProps: { radius: 'md', shadow: 'md' } },
    Tooltip: { defaultProps: { openDelay: 350, withArrow: true } },
  },
})

export const houseTheme = (hands: 'mouse' | 'thumb', names: ControlNames): MantineThemeOverride =>
  mergeThemeOverrides(base, mergeThemeOverrides(named(names), hands === 'mouse' ? dense : roomy))

const variablesOf = (scheme: Scheme): Record<string, string> => {
  const ground = surfaces[scheme]
  return {
    '--page': ground.page,
    '--surface': ground.surface,
    '--raised': ground.raised,
    '--line': ground.line,
    '--ink': ground.ink,
    '--soft': ground.soft,
    '--accent': ground.accent,
    '--accent-ground': ground.accentGround,
    '--band': ground.band,
    '--band-ink': ground.bandInk,
    '--mantine-color-text': ground.ink,
    '--mantine-color-body': ground.surface,
    '--mantine-color-dimmed': ground.soft,
    '--mantine-color-placeholder': ground.soft,
    '--mantine-color-anchor': ground.accent,
    '--mantine-color-harbour-light': ground.accentGround,
    '--mantine-color-harbour-light-hover': `color-mix(in srgb, ${ground.accentGround} 80%, ${ground.accent})`,
    '--mantine-color-harbour-light-color': ground.accent,
    '--mantine-color-error': tones[scheme].danger.ink,
    '--mantine-color-default-border': scheme === 'light' ? '#c3ced7' : '#3a4a57',
    ...Object.fromEntries(
      Object.entries(tones[scheme]).flatMap(([tone, colours]) =>
        Object.entries(colours).map(([part, colour]) => [`--tone-${tone}-${part}`, colour]),
      ),
    ),
  }
}

export const houseVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: variablesOf('light'),
  dark: variablesOf('dark'),
})
