//! Starts the page in the browser. Elsewhere there is nothing to start.

fn main() {
    #[cfg(target_arch = "wasm32")]
    ombuigen::view::start();
}
