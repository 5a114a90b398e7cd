import { resolve } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';

export type FirefoxOptions = {
  proxyUrl: string;
  /** Path of the browser, from `findFirefox`. */
  executablePath: string;
  /** A packed (zip, xpi) or unpacked extension; it stays until the browser ends. */
  extensionZipOrDir?: string;
  headless: boolean;
};

export type Firefox = {
  browser: Browser;
  /** Id of the installed extension as Firefox's add-on manager knows it; absent without an extension. */
  extensionId: string | undefined;
  close(): Promise<void>;
};

const preferences = (proxyUrl: string): Record<string, unknown> => {
  const { hostname, port } = new URL(proxyUrl);
  return {
    'network.proxy.type': 1,
    'network.proxy.http': hostname,
    'network.proxy.http_port': Number(port),
    'network.proxy.ssl': hostname,
    'network.proxy.ssl_port': Number(port),
    'network.proxy.no_proxies_on': '',
    'network.proxy.allow_hijacking_localhost': true,
    // Firefox grants host permissions of a Manifest V3 extension only when asked; this is what a steward's click does.
    'extensions.originControls.grantByDefault': true,
    // Quiet: no look-ups for portals, updates, settings, start pages or measurements.
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'network.trr.mode': 5,
    'app.normandy.enabled': false,
    'app.update.disabledForTesting': true,
    'browser.aboutwelcome.enabled': false,
    'browser.newtabpage.enabled': false,
    'browser.safebrowsing.downloads.remote.enabled': false,
    'browser.safebrowsing.malware.enabled': false,
    'browser.safebrowsing.phishing.enabled': false,
    'browser.search.update': false,
    'browser.topsites.contile.enabled': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'extensions.getAddons.cache.enabled': false,
    'extensions.systemAddon.update.enabled': false,
    'extensions.update.enabled': false,
    'toolkit.telemetry.enabled': false,
  };
};

/**
 * Starts a Firefox whose whole traffic goes through the given proxy, driven by WebDriver BiDi, and installs an extension
 * if one is named. Certificates are not checked. An extension's own frame inside a page cannot be entered from here.
 */
export const launchFirefox = async (options: FirefoxOptions): Promise<Firefox> => {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: options.executablePath,
    headless: options.headless,
    acceptInsecureCerts: true,
    extraPrefsFirefox: preferences(options.proxyUrl),
  });
  try {
    const extensionId =
      options.extensionZipOrDir === undefined
        ? undefined
        : await browser.installExtension(resolve(options.extensionZipOrDir));
    return { browser, extensionId, close: () => browser.close() };
  } catch (error) {
    await browser.close();
    throw error;
  }
};
