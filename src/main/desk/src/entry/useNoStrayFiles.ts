import {useEffect} from "preact/hooks";

/** A file that is dropped beside where files are taken would open in place of the page. */
export function useNoStrayFiles(): void {
  useEffect(() => {
    const stop = (event: DragEvent) => {
      const field = event.target instanceof HTMLInputElement && event.target.type === "file";
      if (!event.defaultPrevented && !field && event.dataTransfer?.types.includes("Files")) {
        event.preventDefault();
        event.dataTransfer.dropEffect = "none";
      }
    };
    addEventListener("dragover", stop);
    addEventListener("drop", stop);
    return () => {
      removeEventListener("dragover", stop);
      removeEventListener("drop", stop);
    };
  }, []);
}
