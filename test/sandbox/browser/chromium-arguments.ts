/**
 * Browser features that are switched off. This list replaces the one Playwright gives, because the last
 * `--disable-features` wins: what keeps the browser quiet and automation working stays, what would make pages behave
 * differently from a steward's browser (unpartitioned storage, among others) does not.
 */
const DISABLED_FEATURES = [
  // Chrome 137 stopped honouring `--load-extension` in branded builds unless this is off (seen 2025-06).
  'DisableLoadExtensionCommandLineSwitch',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PreconnectToSearch',
  'AimEnabled',
  'AutofillServerCommunication',
  'CertificateTransparencyComponentUpdater',
  'InterestFeedContentSuggestions',
  'Translate',
] as const;

/** Command line of Chromium beyond what Playwright gives by itself. */
export const chromiumArguments = (options: {
  isRoot: boolean;
  extensionDir: string | undefined;
}): string[] => [
  `--disable-features=${DISABLED_FEATURES.join(',')}`,
  // Playwright's own setting covers pages only; requests of the extension's service worker need this one.
  '--ignore-certificate-errors',
  '--disable-quic',
  '--disable-domain-reliability',
  '--disable-client-side-phishing-detection',
  '--no-pings',
  // Room for an app and a sidebar beside it; without a window it changes nothing.
  '--window-size=1480,980',
  // Chromium refuses to run its sandbox as root.
  ...(options.isRoot ? ['--no-sandbox', '--test-type'] : []),
  ...(options.extensionDir === undefined
    ? []
    : [
        `--disable-extensions-except=${options.extensionDir}`,
        `--load-extension=${options.extensionDir}`,
      ]),
];
