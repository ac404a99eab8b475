import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

import { program } from './programs';

/** One call over the plugin protocol (harness/plugin.go). */
interface PluginCall {
  /** A GET where it is left out. */
  method?: string;
  body?: string;
  /** What follows /resources/, without the query. */
  path: string;
  query: string;
  /** When the settings were stored, milliseconds; settings that differ have another one. */
  updated: number;
  jsonData: unknown;
  secureJsonData: Record<string, string>;
  grafanaConfig: Record<string, string>;
  /** A query of a data source with these settings, instead of a route. */
  ask?: unknown;
}

/** A plugin and the calls that make up one answer for the browser. */
export interface Contestant<Plugin extends string> {
  plugin: Plugin;
  calls: PluginCall[];
}

/** What the harness is to measure (harness/main.go). */
export interface Job<Plugin extends string> {
  /** `environment` holds name=value. */
  plugins: Record<Plugin, { binary: string; environment: string[] }>;
  rounds: number;
  /** How long each contestant is called in one round. */
  milliseconds: number;
  /** Contestants of one timing take turns. */
  timings: Record<string, Array<Contestant<Plugin>>>;
  memoryCalls: number;
  memory: Array<Contestant<Plugin>>;
  followings: Array<Following<Plugin>>;
}

/** Browser tabs, or panels and alert rules, that ask again and again (harness/follow.go). Times are milliseconds. */
interface Following<Plugin extends string> {
  plugin: Plugin;
  /** Shared out among the tabs. */
  calls: PluginCall[];
  /** A text that the last answer to each tab must hold. */
  wanted: string;
  tabs: number;
  pause: number;
  span: number;
}

export interface Measurements {
  /** By the name of the timing, in the order of its contestants: milliseconds an answer for each round, bytes of one. */
  timings: Record<string, Array<{ plugin: string; milliseconds: number[]; bytes: number }>>;
  /** In the order of the contestants: resident memory after every hundredth of the calls. */
  memory: Array<{ plugin: string; kilobytes: number[] }>;
  /** Resident memory of each at its end, kilobytes. */
  followings: number[];
}

/** Runs the harness. @throws Error when a plugin doesn't start or an answer isn't 200. */
export async function runHarness<Plugin extends string>(job: Partial<Job<Plugin>>): Promise<Measurements> {
  const child = spawn(program('harness'), { stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  child.stdin.end(JSON.stringify(job));
  const output = await text(child.stdout);
  const [code] = await exited;
  if (code !== 0) {
    throw new Error("The backend could not be measured: see the harness's message above.");
  }
  return JSON.parse(output) as Measurements;
}
