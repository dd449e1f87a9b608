export interface NatsConfig {
  readonly port: number;
  readonly storeFolder: string;
  /** The `authorization` block: users with their exact rights. */
  readonly authorization: string;
}

/** A nats.conf for one server with JetStream on loopback. */
export const natsConfig = ({ port, storeFolder, authorization }: NatsConfig): string => `host: "127.0.0.1"
port: ${port}
server_name: "porchlight"
max_payload: 1MB
jetstream {
  store_dir: ${JSON.stringify(storeFolder)}
  max_memory_store: 64MB
  max_file_store: 1GB
}
${authorization}`;
