import Foundation

/// How much is tried: a few seconds' worth with all other tests, or all of it, by the verbs of the Makefile that set
/// `BROADSHEET_LONG`.
package enum LongForm {
    package static let isAsked = ProcessInfo.processInfo.environment["BROADSHEET_LONG"] != nil
}
