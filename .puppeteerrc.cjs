// The tests use a browser that is installed already; nothing in an install may download one.
module.exports = { skipDownload: true };
