import zalo = require('@cnscd/zalo');
import testing = require('@cnscd/zalo/testing');

const webhook: zalo.Webhook = zalo.miniAppWebhook({ appId: '1', apiKey: 'key', async onEvent() {} });
const { rawBody } = testing.probe();

void webhook({ rawBody, header: () => null }).then(({ status }) => {
  if (status !== 200) throw new Error(`the probe was answered with ${status}`);
});
