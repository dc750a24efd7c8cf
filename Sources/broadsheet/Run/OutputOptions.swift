import ArgumentParser

/// How much is said.
struct OutputOptions: ParsableArguments {
    @Flag(name: .shortAndLong, help: "Say more: every source, even when nobody is watching.")
    var verbose = false

    @Flag(name: .shortAndLong, help: "Say nothing but what went wrong.")
    var quiet = false

    @Flag(name: .long, help: "Print the health report as JSON on standard output.")
    var json = false

    @Flag(name: .long, help: "Print what happens as it happens, a JSON object a line on standard output.")
    var events = false

    func validate() throws {
        if verbose, quiet { throw ValidationError("--verbose and --quiet are two ways; choose one.") }
        if json, events { throw ValidationError("--json and --events both use standard output; choose one.") }
    }
}
