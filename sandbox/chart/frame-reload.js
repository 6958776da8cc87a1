// A frame of another origin cannot be told to reload, and going to its launch address again would be a second launch.
// Leaving it for a blank page and coming back through the history is what a reload is: same address, same state.

let last = Promise.resolve();

/** Reloads a frame as the browser's own "Reload frame" does. One at a time: all frames share one history. */
export function reloadFrame(frame) {
  const run = () => leaveAndReturn(frame);
  last = last.then(run, run);
  return last;
}

async function leaveAndReturn(frame) {
  // A frame that is just going somewhere itself may get ahead of us; going back then would be one step too many.
  while (frame.isConnected && !isBlank(frame)) {
    const left = loaded(frame);
    frame.contentWindow.location = 'about:blank';
    await left;
  }
  if (!frame.isConnected) return;
  const back = loaded(frame);
  history.back();
  await back;
}

function isBlank(frame) {
  try {
    return frame.contentWindow.location.href === 'about:blank';
  } catch {
    return false;
  }
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
