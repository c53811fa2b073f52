import domain = require('@cnscd/domain');

const shown: string = domain.formatNumber(1234.5);
if (shown !== '1.234,5') throw new Error(shown);
