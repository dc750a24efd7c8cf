/// A file that a project consists of, before its first run.
package enum ProjectFile: String, Sendable, CaseIterable {
    case configuration, gitignore, githubPages, gitlabPages, service, timer, cron, compose

    /// Where it goes, from the folder of the project.
    package var path: String {
        switch self {
        case .configuration: "broadsheet.yml"
        case .gitignore: ".gitignore"
        case .githubPages: ".github/workflows/broadsheet.yml"
        case .gitlabPages: ".gitlab-ci.yml"
        case .service: "systemd/broadsheet.service"
        case .timer: "systemd/broadsheet.timer"
        case .cron: "broadsheet.cron"
        case .compose: "compose.yaml"
        }
    }

    private var template: [UInt8] {
        switch self {
        case .configuration: PackageResources.broadsheet_yml
        case .gitignore: PackageResources.gitignore_txt
        case .githubPages: PackageResources.github_pages_yml
        case .gitlabPages: PackageResources.gitlab_ci_yml
        case .service: PackageResources.broadsheet_service
        case .timer: PackageResources.broadsheet_timer
        case .cron: PackageResources.crontab_txt
        case .compose: PackageResources.compose_yaml
        }
    }

    /// The text of the file for a project.
    package func text(for project: Project) -> String {
        project.values.reduce(String(decoding: template, as: UTF8.self)) { text, value in
            text.replacing("@\(value.key)@", with: value.value)
        }
    }
}
