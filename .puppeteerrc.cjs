// The tests find their own Chromium; puppeteer's download would break `npm ci` behind a closed network.
module.exports = { skipDownload: true };
