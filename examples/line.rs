//! The least a program can do: print a line. What `benches/growth.rs` measures the commands
//! against.

fn main() {
    println!("A line.");
}
