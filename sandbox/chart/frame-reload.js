// A frame of another origin cannot be told to reload, and going to its launch address again would be a second launch.
// Leaving it for a blank page and coming back through the history is what a reload is: same address, same state.

let last = Promise.resolve();

/** Reloads a frame as the browser's own "Reload frame" does. One at a time: all frames share one history. */
export function reloadFrame(frame) {
  last = last.then(() => leaveAndReturn(frame));
  return last;
}

async function leaveAndReturn(frame) {
  if (!frame.isConnected) return;
  const left = loaded(frame);
  frame.contentWindow.location = 'about:blank';
  await left;
  if (!frame.isConnected) return;
  const back = loaded(frame);
  history.back();
  await back;
}

/** Settles when the frame has loaded something, or was taken away meanwhile. */
function loaded(frame) {
  return new Promise((resolve) => {
    const gone = new MutationObserver(() => {
      if (!frame.isConnected) finish();
    });
    const finish = () => {
      gone.disconnect();
      frame.removeEventListener('load', finish);
      resolve();
    };
    gone.observe(document, {childList: true, subtree: true});
    frame.addEventListener('load', finish);
  });
}
