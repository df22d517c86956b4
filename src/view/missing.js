// For a server that shows `404.html` where it has no such file: an address in which the `#` of a link became `%23` is such a file.
// The page that was meant is the folder, or the file, before it.
const [, page, link] = location.pathname.match(/^(.*?)\/?%(?:25)*23(.*)$/) ?? [];
if (link) location.replace(`${page}${page.endsWith(".html") ? "" : "/"}#${link}${location.search}`);
