import { type PluginClient, connectPlugin } from './pluginClient';
import { type PluginProcess, type PluginProcessOptions, startPluginProcess } from './pluginProcess';

/** Keeps a backend running: Grafana looks once a second and starts a dead process again (manager/process/process.go). */
export class PluginSupervisor {
  private process: PluginProcess | undefined;
  private client: PluginClient | undefined;
  private stopped = false;
  private timer: NodeJS.Timeout | undefined;
  /** Settles when the last look after the process is over, and a dead one was started again. */
  private look = Promise.resolve();

  constructor(
    private readonly options: PluginProcessOptions,
    private readonly interval = 1000
  ) {}

  /** @throws Error when the first start fails. */
  async start(): Promise<void> {
    await this.launch();
    this.scheduleLook();
  }

  /** The connection to the backend, or undefined while it is down. */
  connection(): PluginClient | undefined {
    return this.client;
  }

  /** The process id of the running backend. */
  pid(): number | undefined {
    return this.process?.pid;
  }

  /** Ends the process without stopping the watch over it. */
  async kill(): Promise<void> {
    await this.process?.kill();
  }

  /** Ends the process and starts it anew at once, for instance with another binary. */
  async restart(): Promise<void> {
    clearTimeout(this.timer);
    await this.look;
    clearTimeout(this.timer);
    await this.kill();
    await this.start();
  }

  /** Ends watch and process. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.kill();
  }

  private async launch(): Promise<void> {
    const started = await startPluginProcess(this.options);
    if (this.stopped) {
      await started.kill();
      return;
    }
    const client = connectPlugin(started.address);
    this.process = started;
    this.client = client;
    void started.exited.then(() => {
      client.close();
      if (this.process === started) {
        this.process = undefined;
        this.client = undefined;
      }
    });
  }

  private scheduleLook(): void {
    this.timer = setTimeout(() => (this.look = this.startIfDead()), this.interval);
  }

  private async startIfDead(): Promise<void> {
    if (!this.process) {
      await this.launch().catch((error: unknown) => this.options.log(String(error)));
    }
    if (!this.stopped) {
      this.scheduleLook();
    }
  }
}
