// Only for editors who have Node and the VS Code extension unifiedjs.vscode-remark: see CONTRIBUTING, "In VS Code".
import remarkFrontmatter from "remark-frontmatter";
import frontmatterSchema from "remark-lint-frontmatter-schema";

const schemas = {
  "./.vscode/case.schema.json": ["./content/cases/*/!(*.??).md"],
  "./.vscode/translation.schema.json": ["./content/cases/*/*.??.md"],
};

export default { plugins: [remarkFrontmatter, [frontmatterSchema, { schemas }]] };
