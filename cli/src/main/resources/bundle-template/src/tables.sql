-- Tables of @name@: run them on the project's warehouse after a deployment.
CREATE TABLE IF NOT EXISTS greetings (id BIGINT, word STRING);
