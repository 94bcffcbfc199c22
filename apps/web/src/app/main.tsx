import { createRoot } from "react-dom/client";
// First, so that the order of the layers is ours.
import "./global.css";
import "@mantine/core/styles.layer.css";
import "@mantine/notifications/styles.layer.css";
import { App } from "./app.tsx";
import { createServices } from "./create-services.ts";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html lost its #root");

createRoot(root).render(<App started={await createServices()} />);
